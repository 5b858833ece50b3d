namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and names it; the name is the function's public contract.</summary>
#pragma warning disable CA1813 // Not sealed, as in the worker.
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
#pragma warning restore CA1813
{
    public string Name { get; } = name;
}
