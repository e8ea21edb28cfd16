import { ContextProvider } from '@lit/context';
import type { Decorator } from '@storybook/web-components-vite';
import { html, noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import { FORCE_REMOUNT } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { campaignContext } from '../../src/context/campaign-context.js';
import { COLOURS } from '../../src/styles/tokens.js';
import { languages } from './languages.js';
import { createStage, type Setting, type Stage, type Toolbar } from './stage.js';

interface Decoration {
  toolbar: Toolbar;
  setting: (() => Setting) | undefined;
}

const stages = new WeakMap<Element, Stage>();

/** Sets a story's campaign, colours and language before its elements are connected. */
class CampaignDirective extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('belongs on the element after the story');
  }

  render(_dressing: Decoration): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [{ toolbar, setting }]: [Decoration]): typeof noChange {
    const box = element.parentElement as HTMLElement;
    for (const one of box.querySelectorAll<HTMLElement>('*'))
      if (one.localName.startsWith('petition-') && !one.hasAttribute('lang')) one.lang = toolbar.language;
    if (setting && !stages.has(box)) {
      const host = box.querySelector('petition-campaign');
      const stage = createStage(setting(), toolbar, host);
      if (!host) new ContextProvider(box, { context: campaignContext, initialValue: stage.campaign });
      stages.set(box, stage);
    }
    // Without a document only tokens can set the theme; if the story has a document of its own, that sets it, nearer to
    // the elements.
    if (!setting && toolbar.theme !== 'auto')
      for (const [name, light, dark] of COLOURS)
        box.style.setProperty(`--petition-color-${name}`, toolbar.theme === 'dark' ? dark : light);
    return noChange;
  }
}

const decorate = directive(CampaignDirective);

/** Returns parameters that put a story into a campaign, by default the example's. */
export function inCampaign(setting: () => Setting = () => ({})): { parameters: object } {
  return { parameters: { campaign: setting } };
}

/** Returns the stage of a story, for actions in its `play`. */
export function stageIn(canvas: Element): Stage {
  const stage = stages.get(canvas.querySelector('.story')!);
  if (!stage) throw new Error('this story is in no campaign');
  return stage;
}

/** The story shown last, and the toolbar's values for it. */
let shown = { id: '', look: '' };

/** The decorator of all stories. */
export const campaignDecorator: Decorator = (story, { globals, parameters, id, viewMode }) => {
  const { theme, language } = globals as Toolbar;
  const page = document.documentElement;
  page.dataset['theme'] = theme;
  page.lang = language;
  page.dir = languages.find(({ tag }) => tag === language)?.dir ?? 'ltr';
  const dressing = { toolbar: { theme, language }, setting: parameters['campaign'] as Decoration['setting'] };
  const look = `${theme} ${language}`;
  // Other colours or another language make another story: it is mounted anew, and played again.
  if (viewMode === 'story') {
    if (shown.id === id && shown.look !== look) addons.getChannel().emit(FORCE_REMOUNT, { storyId: id });
    shown = { id, look };
  }
  return html`${keyed(
    `${id} ${look}`,
    html`<div class="story">${story()}<template ${decorate(dressing)}></template></div>`,
  )}`;
};

/** Returns the markup of a story as its author writes it, without the decorator's additions. */
export function authored(code: string): string {
  return code
    .replace(/^\s*<div class="story">|<template>\s*<\/template>\s*<\/div>\s*$/g, '')
    .replace(/(<petition-[\w-]+[^>]*?) lang="[\w-]+"/g, '$1')
    .trim();
}

interface Drawn extends HTMLElement {
  updateComplete?: Promise<boolean>;
  ready?: Promise<void>;
}

/** Waits until the campaign, the elements, the images and the painting of a story are complete. */
export async function settled(canvas: Element): Promise<void> {
  for (const box of canvas.querySelectorAll('.story')) await stages.get(box)?.ready;
  for (const element of within(canvas)) {
    await element.updateComplete;
    // A venue is painted, and an image loaded, only near the view.
    const { top, bottom, left, right } = element.getBoundingClientRect();
    if (top > innerHeight || bottom < 0 || left > innerWidth || right < 0) continue;
    if (isHiddenStory(element)) continue;
    if (element.localName === 'petition-seat-picker') await element.ready;
    if (element instanceof HTMLImageElement && element.src && element.checkVisibility())
      await loaded(element);
  }
  await document.fonts.ready;
  await frames(2);
}

function* within(root: Element | ShadowRoot): Iterable<Drawn> {
  for (const element of root.querySelectorAll<Drawn>('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** True if an element is in a hidden slide of its deck, where no image loads. */
function isHiddenStory(element: Element): boolean {
  if (element.closest('[inert]')) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isHiddenStory(root.host);
}

function loaded(image: HTMLImageElement): Promise<unknown> {
  if (image.complete) return Promise.resolve();
  return new Promise((resolve) => {
    image.addEventListener('load', resolve, { once: true });
    image.addEventListener('error', resolve, { once: true });
  });
}

async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

declare global {
  interface Window {
    /** For tools that change the view of a story afterwards. */
    __grandstandSettled: () => Promise<void>;
  }
}
window.__grandstandSettled = () => settled(document.body);
