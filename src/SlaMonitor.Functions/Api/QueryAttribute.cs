namespace SlaMonitor.Functions.Api;

/// <summary>A parameter that a door takes, once.</summary>
/// <param name="name">Its name.</param>
/// <param name="meaning">What it does, as a sentence.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class QueryAttribute(string name, string meaning) : ParametersAttribute
{
    /// <summary>The parameter's name.</summary>
    public string Name => name;

    /// <summary>What it does.</summary>
    public string Meaning => meaning;

    /// <summary>An example of what is taken.</summary>
    public string? Example { get; set; }

    /// <summary>What alone is taken, where that is a list.</summary>
    public string[] Values { get; set; } = [];

    public override IReadOnlyList<QueryParameter> Parameters => [new(Name, Meaning) { Example = Example, Values = Values }];
}
