interface Unit {
  readonly id: string;
  readonly name: string;
  /** Steps below the top. */
  readonly depth?: number | undefined;
}

/** A department below another stands to the right of it, also on a wheel: there only letters can. */
export const indented = ({ id, name, depth = 0 }: Unit) => ({ id, name: `${'　'.repeat(depth)}${name}` });
