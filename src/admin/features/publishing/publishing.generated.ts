/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/generated/schema-types';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A correction of what is published. */
export type CorrectContentInput = {
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: string | null | undefined;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: string | null | undefined;
  /** The content. Its approved revision replaces the published one, everywhere. */
  readonly id: string;
  /** What was wrong, as receivers are told; 1 to 500 characters. */
  readonly note: string;
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: DeliveryTargetsInput | null | undefined;
};

/** What is done to a content at a destination. */
export type DeliveryAction =
  /** 更正: replaces an earlier version. */
  | 'CORRECT'
  /** 发布: the first version this destination gets. */
  | 'PUBLISH'
  /** 撤稿: takes it back. */
  | 'RETRACT';

/** Where a delivery stands. */
export type DeliveryState =
  /** 对方已受理: the receiver works on it and is asked again at dueAt. */
  | 'ACCEPTED'
  /** 已取消. */
  | 'CANCELLED'
  /** 多次失败: its tries are used up; it can be tried again by hand. */
  | 'DEAD'
  /** 已送达: the receiver confirmed it. */
  | 'DELIVERED'
  /** 等前一版: an earlier version is not settled there yet. */
  | 'HELD'
  /** 被拒，需人工处理: a person must act. */
  | 'REFUSED'
  /** 发送中: a worker is at it. */
  | 'RUNNING'
  /** 已被新版取代: a later version took its place before it arrived. */
  | 'SUPERSEDED'
  /** 结果不明: it may have arrived. It is asked about at dueAt, or waits for a person. */
  | 'UNCLEAR'
  /** 待发: due, or to be tried again at dueAt. */
  | 'WAITING';

/** 定向分发: who gets a release beside or instead of what the rules say. A block is stronger; who has an earlier version is always corrected. */
export type DeliveryTargetsInput = {
  /** These get it too, whatever their rules say. */
  readonly also?: ReadonlyArray<string> | null | undefined;
  /** These do not get it. Who has an earlier version is still corrected. */
  readonly except?: ReadonlyArray<string> | null | undefined;
  /** These get it and nobody else, whatever any rule says. Empty: no such limit. */
  readonly only?: ReadonlyArray<string> | null | undefined;
};

/** Why a destination gets a release, or why not. */
export type DestinationReason =
  /** 被拦截: a block keeps it back. Where an earlier version is there, that is a task for a person. */
  | 'BLOCKED'
  /** 已停用: nothing goes out to it. */
  | 'CLOSED'
  /** 有旧版: it has, or may have, an earlier version, so it is told. */
  | 'EARLIER_VERSION'
  /** 指定不发: it was left out of this release. */
  | 'EXCLUDED'
  /** 符合接收规则: its rule selects it. */
  | 'MATCHES_RULE'
  /** 对方没有: there is nothing to take back. */
  | 'NOTHING_THERE'
  /** 未指定: this release goes to chosen destinations only. */
  | 'NOT_TARGETED'
  /** 不符合接收规则: its rule does not select it. */
  | 'NO_MATCH'
  /** 定向: it was chosen for this release. */
  | 'TARGET';

/** How much a finding weighs. */
export type FindingSeverity =
  /** Nothing is signed until it is mended or overridden. */
  | 'BLOCK'
  /** To be looked at. */
  | 'WARN';

/** What readers see of the content. */
export type PublicationState =
  /** Its released version. */
  | 'PUBLISHED'
  /** Nothing any more. */
  | 'RETRACTED'
  /** Nothing yet. */
  | 'UNPUBLISHED';

/** A publication. */
export type PublishContentInput = {
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: string | null | undefined;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: string | null | undefined;
  /** The content. Its approved revision is published. */
  readonly id: string;
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: DeliveryTargetsInput | null | undefined;
};

/** A retraction. */
export type RetractContentInput = {
  /** The content. It is taken back, everywhere. */
  readonly id: string;
  /** Why, as receivers are told; 1 to 500 characters. */
  readonly reason: string;
};

/** A publication at a time to come: nothing leaves the house before. An embargo in it is another thing, and ends later. */
export type ScheduleContentInput = {
  /** When. */
  readonly at: string;
  /** The IANA time zone to show the embargo in; Asia/Shanghai when left out. */
  readonly embargoTimeZone?: string | null | undefined;
  /** 禁发至: receivers get it now but may not run it before; readers here see it then. Absent: no embargo. */
  readonly embargoedUntil?: string | null | undefined;
  /** The content. Its approved revision is published. */
  readonly id: string;
  /** Needed when it corrects what is published: why; 1 to 500 characters. */
  readonly note?: string | null | undefined;
  /** 定向分发. Left out: by the rules alone; of a correction, as the version before it. */
  readonly targets?: DeliveryTargetsInput | null | undefined;
  /** The IANA time zone to show the time in. */
  readonly timeZone?: string | null | undefined;
};

/** The revision that is handed to review. */
export type SubmitContentInput = {
  /** The content. */
  readonly id: string;
  /** The number of the newest revision, as you saw it. */
  readonly revision: number;
};

/** Where the newest revision stands on its way to release. */
export type Workflow =
  /** All signatures are there. */
  | 'APPROVED'
  /** Being written. */
  | 'DRAFT'
  /** Before the reviewers. */
  | 'IN_REVIEW'
  /** This very revision is what readers see. */
  | 'RELEASED'
  /** Sent back with a reason. */
  | 'RETURNED'
  /** Approved, waiting for its time. */
  | 'SCHEDULED';

export type SubmitContentMutationVariables = Exact<{
  input: Schema.SubmitContentInput;
}>;


export type SubmitContentMutation = { readonly submitContent:
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
   };

export type PublishContentMutationVariables = Exact<{
  input: Schema.PublishContentInput;
}>;


export type PublishContentMutation = { readonly publishContent:
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
   };

export type ScheduleContentMutationVariables = Exact<{
  input: Schema.ScheduleContentInput;
}>;


export type ScheduleContentMutation = { readonly scheduleContent:
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly schedule: { readonly at: string, readonly timeZone: string } | null } | null }
   };

export type UnscheduleContentMutationVariables = Exact<{
  id: string;
}>;


export type UnscheduleContentMutation = { readonly unscheduleContent:
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow } | null }
   };

export type CorrectContentMutationVariables = Exact<{
  input: Schema.CorrectContentInput;
}>;


export type CorrectContentMutation = { readonly correctContent:
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly version: number | null, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
   };

export type RetractContentMutationVariables = Exact<{
  input: Schema.RetractContentInput;
}>;


export type RetractContentMutation = { readonly retractContent:
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
    | { readonly id: string, readonly editorial: { readonly workflow: Schema.Workflow, readonly publication: Schema.PublicationState, readonly releasedVersion: number | null } | null }
   };

export type ReleaseProgressQueryVariables = Exact<{
  contentId: string;
  version: number;
}>;


export type ReleaseProgressQuery = { readonly deliveryProgress: { readonly confirmed: number, readonly total: number, readonly isPlanned: boolean, readonly missing: ReadonlyArray<{ readonly id: string, readonly state: Schema.DeliveryState, readonly lastMessage: string | null, readonly destination: { readonly id: string, readonly name: string } | null }> } };

export type ProspectsQueryVariables = Exact<{
  contentId: string;
  action?: Schema.DeliveryAction | null | undefined;
  targets?: Schema.DeliveryTargetsInput | null | undefined;
}>;


export type ProspectsQuery = { readonly channels: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nameEn: string, readonly actions: ReadonlyArray<Schema.DeliveryAction>, readonly isPull: boolean }>, readonly destinationsFor: ReadonlyArray<{ readonly receives: boolean, readonly reason: Schema.DestinationReason, readonly destination: { readonly id: string, readonly name: string, readonly channelId: string, readonly isActive: boolean }, readonly block: { readonly id: string, readonly reason: string } | null }> };

export type ReleaseStartQueryVariables = Exact<{
  id: string;
}>;


export type ReleaseStartQuery = { readonly content:
    | { readonly id: string, readonly editorial: { readonly schedule: { readonly at: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
    | { readonly id: string, readonly editorial: { readonly schedule: { readonly at: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
    | { readonly id: string, readonly editorial: { readonly schedule: { readonly at: string, readonly note: string | null, readonly embargoedUntil: string | null, readonly targets: { readonly also: ReadonlyArray<string>, readonly only: ReadonlyArray<string>, readonly except: ReadonlyArray<string> } | null } | null } | null }
   };

export type SubmitChecksQueryVariables = Exact<{
  id: string;
}>;


export type SubmitChecksQuery = { readonly checkContent: { readonly findings: ReadonlyArray<{ readonly severity: Schema.FindingSeverity }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SubmitContentDocument = new TypedDocumentString(`
    mutation SubmitContent($input: SubmitContentInput!) {
  submitContent(input: $input) {
    id
    editorial {
      workflow
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitContentMutation, SubmitContentMutationVariables>;
export const PublishContentDocument = new TypedDocumentString(`
    mutation PublishContent($input: PublishContentInput!) {
  publishContent(input: $input) {
    id
    version
    editorial {
      workflow
      publication
      releasedVersion
    }
  }
}
    `) as unknown as TypedDocumentString<PublishContentMutation, PublishContentMutationVariables>;
export const ScheduleContentDocument = new TypedDocumentString(`
    mutation ScheduleContent($input: ScheduleContentInput!) {
  scheduleContent(input: $input) {
    id
    editorial {
      workflow
      schedule {
        at
        timeZone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScheduleContentMutation, ScheduleContentMutationVariables>;
export const UnscheduleContentDocument = new TypedDocumentString(`
    mutation UnscheduleContent($id: ID!) {
  unscheduleContent(id: $id) {
    id
    editorial {
      workflow
    }
  }
}
    `) as unknown as TypedDocumentString<UnscheduleContentMutation, UnscheduleContentMutationVariables>;
export const CorrectContentDocument = new TypedDocumentString(`
    mutation CorrectContent($input: CorrectContentInput!) {
  correctContent(input: $input) {
    id
    version
    editorial {
      workflow
      publication
      releasedVersion
    }
  }
}
    `) as unknown as TypedDocumentString<CorrectContentMutation, CorrectContentMutationVariables>;
export const RetractContentDocument = new TypedDocumentString(`
    mutation RetractContent($input: RetractContentInput!) {
  retractContent(input: $input) {
    id
    editorial {
      workflow
      publication
      releasedVersion
    }
  }
}
    `) as unknown as TypedDocumentString<RetractContentMutation, RetractContentMutationVariables>;
export const ReleaseProgressDocument = new TypedDocumentString(`
    query ReleaseProgress($contentId: ID!, $version: Int!) {
  deliveryProgress(contentId: $contentId, version: $version) {
    confirmed
    total
    isPlanned
    missing {
      id
      state
      lastMessage
      destination {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseProgressQuery, ReleaseProgressQueryVariables>;
export const ProspectsDocument = new TypedDocumentString(`
    query Prospects($contentId: ID!, $action: DeliveryAction, $targets: DeliveryTargetsInput) {
  channels {
    id
    name
    nameEn
    actions
    isPull
  }
  destinationsFor(contentId: $contentId, action: $action, targets: $targets) {
    receives
    reason
    destination {
      id
      name
      channelId
      isActive
    }
    block {
      id
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ProspectsQuery, ProspectsQueryVariables>;
export const ReleaseStartDocument = new TypedDocumentString(`
    query ReleaseStart($id: ID!) {
  content(id: $id, perspective: DRAFT) {
    id
    editorial {
      schedule {
        at
        note
        embargoedUntil
        targets {
          also
          only
          except
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseStartQuery, ReleaseStartQueryVariables>;
export const SubmitChecksDocument = new TypedDocumentString(`
    query SubmitChecks($id: ID!) {
  checkContent(id: $id) {
    findings {
      severity
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitChecksQuery, SubmitChecksQueryVariables>;