/** A real browser before a real cloud, on a machine that may be busy: no journey is wrong for being slow. */
jest.setTimeout(120_000);
