import gcoord from 'gcoord';
import type * as weapp from './location';

/** navigator.geolocation speaks of refusal with code 1. */
const DENIED = 1;

export const permission: typeof weapp.permission = async () => {
  try {
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    return state === 'prompt' ? 'unasked' : state === 'granted' ? 'granted' : 'refused';
  } catch {
    return 'granted';
  }
};

/** Browsers speak WGS-84: the one place where it becomes GCJ-02. */
export const locate: typeof weapp.locate = () =>
  new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const [longitude, latitude] = gcoord.transform(
          [coords.longitude, coords.latitude],
          gcoord.WGS84,
          gcoord.GCJ02,
        );
        resolve({
          kind: 'found',
          position: { latitude, longitude, accuracyMeters: Math.min(100_000, coords.accuracy) },
        });
      },
      ({ code }) => resolve({ kind: code === DENIED ? 'refused' : 'failed' }),
      { enableHighAccuracy: true, timeout: 6_000, maximumAge: 0 },
    );
  });

/** A page cannot open a browser's settings: it can only look whether the person has been there. */
export const openSettings: typeof weapp.openSettings = permission;
