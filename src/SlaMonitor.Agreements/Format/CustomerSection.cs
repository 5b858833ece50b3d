using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("a customer", "To whom the promises are made.")]
internal sealed record CustomerSection : Section
{
    [Key("The name in the signed text.", Required = true)]
    public Located<string>? Name { get; init; }

    [Key("The contact who speaks for the customer.")]
    public Located<Name>? Contact { get; init; }

    [Key("Which tickets the agreement governs. All, where not given.")]
    public ConditionSection? Match { get; init; }
}
