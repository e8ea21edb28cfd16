/** The tools of the picker: one tab stop, arrow keys between them (ARIA APG, toolbar pattern). */

const toolsIn = (root: ParentNode): HTMLButtonElement[] => [
  ...root.querySelectorAll<HTMLButtonElement>('.tools button:enabled:not(.gone)'),
];

/** Makes one tool the tab stop: the focused one, else the first; the items of an open menu stay tab stops too. */
export function keepOneStop(root: ParentNode, focused: EventTarget | null): void {
  const tools = toolsIn(root);
  const stop = tools.find((tool) => tool === focused) ?? tools[0];
  for (const tool of tools) tool.tabIndex = tool === stop || tool.closest('.open') ? 0 : -1;
}

/** Returns the index of the tool that a key leads to, from the one `at`; undefined for other keys. `ahead`: 1, or -1 from right to left. */
export function toolByKey(key: string, at: number, ahead: 1 | -1): number | undefined {
  const goals: Partial<Record<string, number>> = {
    ArrowRight: at + ahead,
    ArrowLeft: at - ahead,
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  };
  return goals[key];
}

/** Moves the focus between the tools by a key. */
export function moveInToolbar(root: ParentNode, event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const ahead = getComputedStyle(event.target as Element).direction === 'rtl' ? -1 : 1;
  // In visual order, which differs between widths.
  const tools = toolsIn(root)
    .map((tool) => ({ tool, box: tool.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0)
    .sort(({ box: a }, { box: b }) => Math.round(a.top - b.top) || (a.left - b.left) * ahead);
  const at = tools.findIndex(({ tool }) => tool === event.target);
  const goal = toolByKey(event.key, at, ahead);
  if (at < 0 || goal === undefined) return;
  tools.at(goal % tools.length)?.tool.focus();
  event.preventDefault();
}
