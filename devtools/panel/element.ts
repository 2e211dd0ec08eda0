type Child = Node | string | null;

/** One element with its properties and children: all that this page needs of a framework. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { readonly data?: Record<string, string> },
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => {
  const { data, ...own } = properties;
  const made = Object.assign(document.createElement(tag), own);
  for (const [key, value] of Object.entries(data ?? {})) made.dataset[key] = value;
  made.append(...children.filter((child) => child !== null));
  return made;
};

/** The place in the page that one card fills. */
export const slot = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

/** A row of buttons of which exactly one is pressed. */
export const choice = <Value extends string>(
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  onChoose: (value: Value) => void,
): HTMLElement => {
  const row = element('div', { className: 'choice', role: 'group', ariaLabel: label });
  for (const [value, text] of options) {
    const button = element('button', {
      type: 'button',
      textContent: text,
      ariaPressed: String(value === chosen),
    });
    button.addEventListener('click', () => {
      for (const other of row.querySelectorAll('button')) other.ariaPressed = String(other === button);
      onChoose(value);
    });
    row.append(button);
  }
  return row;
};
