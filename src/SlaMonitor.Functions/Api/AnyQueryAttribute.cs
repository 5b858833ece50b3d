namespace SlaMonitor.Functions.Api;

/// <summary>
/// A door that is opened by a helpdesk or from a mail: what others append to its address is no reason to refuse an event or a person.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnyQueryAttribute : Attribute;
