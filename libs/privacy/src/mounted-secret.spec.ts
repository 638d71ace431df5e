import { isOwnReadOnlyMount } from './mounted-secret.js';

const mountinfo = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /etc/keys ro,relatime - tmpfs tmpfs rw,size=65536k
31 22 8:1 /srv/master.key /run/secrets/master.key ro,relatime - ext4 /dev/sda1 rw
32 22 8:1 /srv/open.key /run/secrets/open.key rw,relatime - ext4 /dev/sda1 rw
33 22 0:27 / /my\\040keys ro,relatime - tmpfs tmpfs rw
34 22 0:28 / /usr ro,relatime - squashfs none ro
35 22 0:29 / /etc/again ro - tmpfs tmpfs rw
36 35 0:30 / /etc/again rw - tmpfs tmpfs rw
`;

describe('a secret mounted read-only', () => {
  it.each(['/etc/keys/master.key', '/run/secrets/master.key', '/my keys/master.key'])('is %s', (file) => {
    expect(isOwnReadOnlyMount(file, mountinfo)).toBe(true);
  });

  it.each([
    '/run/secrets/open.key',
    '/run/secrets/other.key',
    '/usr/share/sunlit/master.key',
    '/etc/again/master.key',
    '/data/master.key',
  ])('is not %s', (file) => {
    expect(isOwnReadOnlyMount(file, mountinfo)).toBe(false);
  });
});
