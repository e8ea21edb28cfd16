/** Attributes that hold sentences or style of the author, in which quotation marks and space of every kind may be meant. */
export const SENTENCES = /^(?:data-)?(?:heading|headline|text|title|alt|class|style|aria-\w+)$/;
