namespace SlaMonitor.Webhooks.Translation;

/// <summary>What a custom field of a helpdesk can be to us.</summary>
internal enum FieldMeaning
{
    Customer,
    Category,
    Group,
    Assignee,
    Emergency,
    Priority,
    Status,

    /// <summary>A field that agreements ask for by a name of its own.</summary>
    Free,

    /// <summary>A due time that is agreed for the ticket, once the field changes.</summary>
    AgreedDue,
}
