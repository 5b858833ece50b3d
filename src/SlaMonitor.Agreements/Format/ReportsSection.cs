using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("the reports", "Who gets the report on each month by mail.")]
internal sealed record ReportsSection : Section
{
    [Key("The calendar: the report goes out when it opens for the first time in the next month.", Required = true)]
    public Located<Name>? Calendar { get; init; }

    [Key("The contacts on the provider's side who get it. The provider's contact, where not given.")]
    public Items<Located<Name>>? Provider { get; init; }

    [Key("The contacts on the customer's side who get it. Nobody, where not given.")]
    public Items<Located<Name>>? Customer { get; init; }

    [Key("The contact who has to approve it before it goes to the customer's side. It goes there at once, where not given.")]
    public Located<Name>? ApprovedBy { get; init; }
}
