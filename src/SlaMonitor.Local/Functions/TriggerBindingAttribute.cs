namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks the parameter that starts a function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute
{
#pragma warning disable CA1012, MA0017 // The worker's own constructor is public; ours must not differ.
    public TriggerBindingAttribute()
#pragma warning restore CA1012, MA0017
    {
    }
}
