/** What stands at the foot of every view: the version of the regime and how far it was checked. */
class Foot {
  version = $state<string | undefined>(undefined);
  horizon = $state<string | undefined>(undefined);
}
export const foot = new Foot();
