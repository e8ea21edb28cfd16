/** Attributes that hold sentences or styles of the author, where quotation marks and any kind of space may be intended. */
export const SENTENCES = /^(?:data-)?(?:heading|headline|text|title|alt|class|style|aria-\w+)$/;
