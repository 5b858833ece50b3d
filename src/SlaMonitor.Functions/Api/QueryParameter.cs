namespace SlaMonitor.Functions.Api;

/// <summary>What may be asked for behind the question mark of an address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it does, as a sentence.</param>
internal sealed record QueryParameter(string Name, string Meaning)
{
    /// <summary>An example of what is taken, or <c>null</c> where any text is.</summary>
    public string? Example { get; init; }

    /// <summary>What alone is taken; empty where that is not a list.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
