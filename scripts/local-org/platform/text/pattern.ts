import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { compilePattern } from './regex/compiled-pattern.ts';
import type { CompiledPattern } from './regex/compiled-pattern.ts';
import { PatternMatcher } from './regex/matcher.ts';
import { splitByPattern } from './regex/replace.ts';

definePlatformClass({
    name: 'Pattern',
    statics: refuseNulls({
        'Pattern compile(String regExp)': compilePattern,
        'Boolean matches(String regExp, String stringToMatch)': (regex, text) =>
            compilePattern(regex).matches(text, 0) !== null,
        'String quote(String s)': (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
    }),
    methods: refuseNulls({
        'Matcher matcher(String stringToMatch)': (self: CompiledPattern, text) => new PatternMatcher(self, text),
        'String pattern()': (self: CompiledPattern) => self.regex,
        'List<String> split(String s)': (self: CompiledPattern, text) =>
            new ApexList('String', splitByPattern(self, text, 0)),
        'List<String> split(String s, Integer limit)': (self: CompiledPattern, text, limit) =>
            new ApexList('String', splitByPattern(self, text, limit))
    })
});

definePlatformClass({
    name: 'Matcher',
    statics: refuseNulls({
        'String quoteReplacement(String s)': (text: string) => text.replaceAll(/[\\$]/g, '\\$&')
    }),
    methods: refuseNulls({
        'Boolean find()': (self: PatternMatcher) => self.find(),
        'Boolean find(Integer start)': (self: PatternMatcher, start) => self.findFrom(start),
        'Boolean matches()': (self: PatternMatcher) => self.matches(),
        'Boolean lookingAt()': (self: PatternMatcher) => self.lookingAt(),
        'String group()': (self: PatternMatcher) => self.group(0),
        'String group(Integer groupIndex)': (self: PatternMatcher, index) => self.group(index),
        'String group(String groupName)': (self: PatternMatcher, name) => self.namedGroup(name),
        'Integer groupCount()': (self: PatternMatcher) => self.pattern.groupCount,
        'Integer start()': (self: PatternMatcher) => self.start(0),
        'Integer start(Integer groupIndex)': (self: PatternMatcher, index) => self.start(index),
        'Integer end()': (self: PatternMatcher) => self.end(0),
        'Integer end(Integer groupIndex)': (self: PatternMatcher, index) => self.end(index),
        'Pattern pattern()': (self: PatternMatcher) => self.pattern,
        'Matcher region(Integer start, Integer ending)': (self: PatternMatcher, start, end) => self.region(start, end),
        'Boolean hasAnchoringBounds()': (self: PatternMatcher) => self.anchoring,
        'Boolean hasTransparentBounds()': (self: PatternMatcher) => self.transparent,
        'Matcher useAnchoringBounds(Boolean b)': (self: PatternMatcher, anchoring: boolean) =>
            Object.assign(self, { anchoring }),
        'Matcher useTransparentBounds(Boolean b)': (self: PatternMatcher, transparent: boolean) =>
            Object.assign(self, { transparent }),
        'Integer regionStart()': (self: PatternMatcher) => self.bounds[0],
        'Integer regionEnd()': (self: PatternMatcher) => self.bounds[1],
        'String replaceAll(String replacement)': (self: PatternMatcher, replacement) =>
            self.replace(replacement, Infinity),
        'String replaceFirst(String replacement)': (self: PatternMatcher, replacement) => self.replace(replacement, 1),
        'Matcher reset()': (self: PatternMatcher) => self.reset(),
        'Matcher reset(String input)': (self: PatternMatcher, input) => self.reset(input),
        'Matcher usePattern(Pattern pattern)': (self: PatternMatcher, pattern) => self.usePattern(pattern)
    })
});
