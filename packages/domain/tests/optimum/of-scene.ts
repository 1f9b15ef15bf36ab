import { pairsOf } from '../partners/oracle.ts';
import { inOrder, look } from '../partners/oracle-given.ts';
import type { Pair, Scene, Specialization } from '../partners/oracle-scene.ts';
import { holdingOf } from '../partners/oracle-standing.ts';
import type { OpenPartner } from './partner.ts';

/** A partner for the optimizer, read from the question by the second implementation of the contract. */
export function openPartnerOf(scene: Scene): OpenPartner {
  const { edition, roles, people, asOf } = scene;
  const { exempt = [], cites: _, basis: __, ...limits } = edition.allocation;
  const given = inOrder(scene);
  const pins = look(
    scene,
    given.filter(({ pinned }) => pinned === true),
  ).counting;
  const today = pairsOf(scene, given);
  const isHeld = ({ id }: Specialization): boolean =>
    ['held', 'in-renewal'].includes(holdingOf(scene, { specialization: id }).holding);
  const rolesIn = (pairs: readonly Pair[], id: string): readonly number[] =>
    pairs.filter(({ individual }) => individual === id).map(({ role }) => role.index);
  return {
    limits,
    specializations: edition.specializations.map((entry) => ({
      ...(entry.technology === undefined ? {} : { technology: entry.technology }),
      takesPart: entry.retiredOn === undefined || asOf < entry.retiredOn || isHeld(entry),
      held: isHeld(entry),
      present: (entry.presence ?? []).every(
        ({ headcount, requires }) => people.filter((id) => scene.meets(id, requires)).length >= headcount,
      ),
      exempt: exempt.includes(entry.id),
    })),
    jobRoles: roles.map(({ specialization, jobRole, open }) => ({
      specialization: edition.specializations.indexOf(specialization),
      kind: jobRole.kind,
      open,
    })),
    individuals: people.map((id) => ({
      could: roles.filter((role) => scene.could(id, role)).map(({ index }) => index),
      pinned: rolesIn(pins, id),
      given: rolesIn(today, id),
    })),
  };
}
