namespace SlaMonitor.Functions.Api;

/// <summary>The body that a door takes.</summary>
/// <param name="meaning">What it is, as a sentence.</param>
/// <param name="mediaTypes">Its media types.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BodyAttribute(string meaning, params string[] mediaTypes) : Attribute
{
    /// <summary>What it is.</summary>
    public string Meaning => meaning;

    /// <summary>Its media types.</summary>
    public IReadOnlyList<string> MediaTypes => mediaTypes;

    /// <summary>What it is made of, where it is JSON of ours.</summary>
    public Type? Json { get; set; }
}
