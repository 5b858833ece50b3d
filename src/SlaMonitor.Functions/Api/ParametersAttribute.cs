namespace SlaMonitor.Functions.Api;

/// <summary>Says on a door which parameters it takes. What no attribute of a door names is refused.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal abstract class ParametersAttribute : Attribute
{
    /// <summary>The parameters.</summary>
    public abstract IReadOnlyList<QueryParameter> Parameters { get; }
}
