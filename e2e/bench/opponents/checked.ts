import { parsedData, type CommandPayload } from '@sunlit/casework';
import { complaintCommands } from '@sunlit/contracts';
import type { JsonObject, KeyStore } from '@sunlit/kernel';
import { personalFields } from '@sunlit/contracts';
import { sealCommand } from '@sunlit/privacy';

/** What every opponent does as the product does it: the same schema is checked, the same boxes are sealed under keys of the same key store. */
export const checkAndSeal =
  (keys: Pick<KeyStore, 'take'>) =>
  async (payload: CommandPayload): Promise<JsonObject> => {
    const data = parsedData(complaintCommands, payload);
    const fields = personalFields(complaintCommands.RegisterCase);
    return (await sealCommand({ data, fields, keyOf: () => keys.take() })).data;
  };
