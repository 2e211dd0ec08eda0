import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { wallClockWithSeconds } from '@/wording/times';
import { serverNow } from './server-clock';

interface ServerClockFaceProps {
  readonly utcOffsetMinutes: number;
}

/** The server's clock, ticking with its seconds. It redraws alone. */
export function ServerClockFace({ utcOffsetMinutes }: ServerClockFaceProps) {
  const [now, setNow] = useState(serverNow);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const instant = serverNow();
      setNow(instant);
      timer = setTimeout(tick, 1000 - (instant % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, []);

  return <Text>{wallClockWithSeconds(now, utcOffsetMinutes)}</Text>;
}
