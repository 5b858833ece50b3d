using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements.Format;

[Section("a provider", "Who promises.")]
internal sealed record ProviderSection : Section
{
    [Key("The name in the signed text.", Required = true)]
    public Located<string>? Name { get; init; }

    [Key("The contact who speaks for the provider, and is told when nobody else can be found.")]
    public Located<Name>? Contact { get; init; }
}
