import { act, fireEvent, render, waitFor } from '@testing-library/react';

/** An editor once it has loaded, with hands to use it. */
export async function openEditor(Editor: () => React.ReactNode) {
  const { container } = render(<Editor />);
  await waitFor(() => expect(container.querySelector('#item-loading')).toBeNull());
  const at = (id: string): Element => {
    const found = container.querySelector(`#${id}`);
    if (!found) throw new Error(`nothing is called ${id}`);
    return found;
  };
  return {
    at,
    has: (id: string) => container.querySelector(`#${id}`) !== null,
    text: (id: string) => at(id).textContent ?? '',
    tap: (id: string) => act(async () => void fireEvent.click(at(id))),
    type: (id: string, value: string) =>
      act(async () => void fireEvent.change(at(id), { target: { value } })),
    /** Turns the wheel that stands around this. */
    pick: (id: string, value: string | number) =>
      act(async () => {
        const wheel = at(id).parentElement?.querySelector('[data-picker]');
        if (!wheel) throw new Error(`no wheel stands around ${id}`);
        fireEvent.change(wheel, { target: { value: String(value) } });
      }),
    rests: () => act(() => new Promise((resolve) => setTimeout(resolve, 1000))),
  };
}
