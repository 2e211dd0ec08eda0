/** '7 分钟', '1.5 小时', '8 小时 12 分' */
export function durationText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${hours} 小时`;
  return rest === 30 ? `${hours}.5 小时` : `${hours} 小时 ${rest} 分`;
}
