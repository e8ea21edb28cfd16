/** The browser's own `Event`: MooTools puts another in its place, which no class can extend. */
export const NativeEvent = Object.getPrototypeOf(CustomEvent) as typeof Event;
