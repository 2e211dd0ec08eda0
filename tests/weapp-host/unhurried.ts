/** A real cloud with real workers, on a machine that may be busy: no journey is wrong for being slow. */
jest.setTimeout(60_000);
