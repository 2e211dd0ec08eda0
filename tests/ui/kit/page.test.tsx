import { cleanup, fireEvent, render } from '@testing-library/react';
import { Page } from '@/ui/page';
import { resetPhone } from '../stubs/taro';

jest.mock('@tarojs/taro', () => jest.requireActual('../stubs/taro'));
jest.mock('@tarojs/components', () => jest.requireActual('../stubs/components'));

beforeEach(resetPhone);
afterEach(cleanup);

it('a bug while drawing leaves words and a way on instead of a white page', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  let broken = true;
  const Fragile = () => {
    if (broken) throw new Error('a bug');
    return <span id="well">好了</span>;
  };
  render(
    <Page id="page">
      <Fragile />
    </Page>,
  );
  expect(document.getElementById('page-broken')?.textContent).toContain('不会丢');
  broken = false;
  fireEvent.click(document.getElementById('page-broken-retry') as HTMLElement);
  expect(document.getElementById('well')).not.toBeNull();
  quiet.mockRestore();
});
