namespace SlaMonitor.Monitoring.Ports;

/// <summary>What somebody did that the audit log keeps. Stores keep the names: a member is never renamed.</summary>
public enum AuditDeed
{
    /// <summary>A version of an agreement was written, rewritten or removed.</summary>
    AgreementChanged,

    /// <summary>A promise was taken: by the button of a mail, or on the board.</summary>
    PromiseTaken,

    /// <summary>A promise was handed to somebody else.</summary>
    PromiseHandedOver,

    /// <summary>A promise was given back, so that nobody has it.</summary>
    PromiseGivenBack,

    /// <summary>A shift of an on-call rotation was given to somebody else, or given back.</summary>
    ShiftChanged,

    /// <summary>A month's report was approved, and sent to the customer's side.</summary>
    ReportApproved,

    /// <summary>Dead letters were sent again.</summary>
    DeadLettersResent,

    /// <summary>A dead letter was dropped.</summary>
    DeadLetterDropped,

    /// <summary>A person was forgotten. The log does not say who.</summary>
    PersonForgotten,

    /// <summary>A test mail was sent to the operator.</summary>
    TestMailSent,
}
