import json from '../../dist/custom-elements.json';

interface Named {
  name: string;
}
interface Element {
  slots?: Named[];
  cssParts?: Named[];
}

const renamed = (list: Named[] | undefined, name: (name: string) => string): Named[] | undefined =>
  list?.map((one) => ({ ...one, name: name(one.name) }));

/** The manifest for Storybook, which has one namespace for everything: a part may have the name of an attribute. */
export const manifest = {
  ...json,
  modules: json.modules.map((module) => ({
    ...module,
    declarations: (module.declarations as Element[]).map((element) => ({
      ...element,
      slots: renamed(element.slots, (name) => (name ? `slot="${name}"` : 'slot')),
      cssParts: renamed(element.cssParts, (name) => `::part(${name})`),
    })),
  })),
};
