/** On a laptop the address says who holds the phone: ?as=<openid>. In WeChat the platform says it. */
export const actingAs = (): string => new URLSearchParams(window.location.search).get('as') ?? '';
