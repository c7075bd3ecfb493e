import { definePlatformClass } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

/** A SelectOption. */
class SelectOptionValue extends PlatformObject {
    readonly apexTypeName = 'SelectOption';
    value: string;
    label: string;
    disabled: boolean;

    constructor(value: string, label: string, disabled = false) {
        super();
        this.value = value;
        this.label = label;
        this.disabled = disabled;
    }
}

definePlatformClass({
    name: 'SelectOption',
    constructors: {
        'SelectOption(String value, String label)': (value, label) => new SelectOptionValue(value, label),
        'SelectOption(String value, String label, Boolean isDisabled)': (value, label, disabled) =>
            new SelectOptionValue(value, label, disabled)
    },
    methods: {
        'String getValue()': (self: SelectOptionValue) => self.value,
        'String getLabel()': (self: SelectOptionValue) => self.label,
        'Boolean getDisabled()': (self: SelectOptionValue) => self.disabled,
        'void setValue(String value)': (self: SelectOptionValue, value: string) => void (self.value = value),
        'void setLabel(String label)': (self: SelectOptionValue, label: string) => void (self.label = label),
        'void setDisabled(Boolean disabled)': (self: SelectOptionValue, disabled: boolean) =>
            void (self.disabled = disabled)
    }
});
