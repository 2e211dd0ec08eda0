import Taro from '@tarojs/taro';

/** A spot in GCJ-02 degrees that the person pointed at, with the map's name for it. */
export interface ChosenPlace {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Opens WeChat's map. Resolves to null when it was put away, or the phone has none to offer. Call it in a tap. */
export async function choosePlace(): Promise<ChosenPlace | null> {
  try {
    const { name, latitude, longitude } = await Taro.chooseLocation({});
    return { name, latitude: Number(latitude), longitude: Number(longitude) };
  } catch {
    return null;
  }
}
