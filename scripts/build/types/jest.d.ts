// `toBeAccessible`, which jest.setup.ts registers for every component test.
/// <reference types="@sa11y/jest" />
