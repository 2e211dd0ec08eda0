/** '312 米', '1.2 公里': whole metres while they can be walked, then kilometres. */
export function metersText(meters: number): string {
  if (meters < 1000) return `${Math.round(meters)} 米`;
  return `${(meters / 1000).toFixed(1).replace(/\.0$/, '')} 公里`;
}

/** '45 分钟', '1.5 小时': the office counts in halves and tenths of hours. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  return `${(minutes / 60).toFixed(1).replace(/\.0$/, '')} 小时`;
}
