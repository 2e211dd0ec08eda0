import { MACHINE_COLUMNS } from '@domain/attendance/machine-rows';
import { ok } from '@domain/result';
import { uploadFolderOf } from '../files/uploads';
import { type Answer, useCase } from '../use-case';

export const machineHome = useCase('machine.home', {
  run(_ports, { openid }): Promise<Answer<'machine.home'>> {
    const columns = MACHINE_COLUMNS.map(({ title }) => title);
    return Promise.resolve(ok({ uploadFolder: uploadFolderOf(openid), columns }));
  },
});
