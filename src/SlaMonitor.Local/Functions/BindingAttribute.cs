namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The root of the worker's binding attributes.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
#pragma warning disable CA1012, MA0017 // The worker's own constructor is public; ours must not differ.
    public BindingAttribute()
#pragma warning restore CA1012, MA0017
    {
    }
}
