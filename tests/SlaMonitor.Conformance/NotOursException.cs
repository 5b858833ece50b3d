namespace SlaMonitor.Conformance;

/// <summary>A case asks something that we have no answer for, named so that it can be reported. It is no failure.</summary>
#pragma warning disable CA1032 // without the name there is nothing to report
internal sealed class NotOursException(string what) : Exception(what);
#pragma warning restore CA1032
