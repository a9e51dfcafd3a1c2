import { AlarmRaised, alarmClosedDestination, alarmExpiringRights, alarmLatePublication, alarmUndelivered, mailAlarm, postAlarm } from '../alarms/index.js';
import { ContentCorrected, ContentPublished, ContentRetracted, ContentRevised, correctReplacedMedia, PublicationLate } from '../content/index.js';
import { recordDeliveredCoverage, recordReportedCoverage } from '../coverage/index.js';
import { announceToSubscribers, DeliverySettled, DeliveryStuck, DestinationDeactivated, dropOutdatedMassSends, hasAddress, isBundle, isOfFeed, needsPerson, planDeliveries, ReceiptReported, settleParts, stopOutdatedBundles } from '../distribution/index.js';
import { on } from '../kernel/index.js';
import { AssetDeleted, AssetReplaced, AssetRightsExpiring, AssetStored, prepareFilm, prepareReplacedFilm, stopDeletedFilm } from '../media/index.js';
import { voidReview } from '../review/index.js';

/** What follows from what: the whole of the product's cause and effect, on one page. */
export function registerReactions(): void {
  on(AssetStored, prepareFilm);
  on(AssetReplaced, prepareReplacedFilm);
  on(AssetReplaced, correctReplacedMedia);
  on(AssetDeleted, stopDeletedFilm);
  on(ContentRevised, voidReview);
  on(ContentPublished, planDeliveries);
  on(ContentCorrected, planDeliveries);
  on(ContentRetracted, planDeliveries);
  on(ContentCorrected, dropOutdatedMassSends);
  on(ContentRetracted, dropOutdatedMassSends);
  on(DeliverySettled, announceToSubscribers, isOfFeed);
  on(ContentCorrected, stopOutdatedBundles);
  on(ContentRetracted, stopOutdatedBundles);
  on(DeliverySettled, settleParts, isBundle);
  on(DeliverySettled, recordDeliveredCoverage, hasAddress);
  on(ReceiptReported, recordReportedCoverage);
  on(DestinationDeactivated, alarmClosedDestination);
  on(DeliveryStuck, alarmUndelivered);
  on(DeliverySettled, alarmUndelivered, needsPerson);
  on(PublicationLate, alarmLatePublication);
  on(AssetRightsExpiring, alarmExpiringRights);
  on(AlarmRaised, mailAlarm);
  on(AlarmRaised, postAlarm);
}
