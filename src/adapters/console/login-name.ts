import { userInfo } from 'node:os';

/** Who sits at the console: what they correct keeps their name. */
export function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'console';
  }
}
