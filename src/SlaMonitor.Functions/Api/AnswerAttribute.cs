namespace SlaMonitor.Functions.Api;

/// <summary>
/// An answer of a door to a request that it can serve. What else it may say is the same for all: problem details. A status that has
/// several says so several times.
/// </summary>
/// <param name="status">The status.</param>
/// <param name="meaning">What it means, as a sentence.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AnswerAttribute(int status, string meaning) : Attribute
{
    /// <summary>The status.</summary>
    public int Status => status;

    /// <summary>What it means.</summary>
    public string Meaning => meaning;

    /// <summary>What the body is made of, as JSON; <c>null</c> where it is of another kind, or there is none.</summary>
    public Type? Json { get; set; }

    /// <summary>What else the body may be.</summary>
    public string[] MediaTypes { get; set; } = [];
}
