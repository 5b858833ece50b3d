namespace SlaMonitor.Agreements.Syntax;

/// <summary>How one kind of single value is written. The reader, the errors and the JSON Schema all come from here.</summary>
/// <param name="Read">Makes the value of the text, or <c>null</c> when it is none.</param>
/// <param name="Complain">Says what is wrong with a text that is no such value, and what would be right.</param>
/// <param name="Schema">The JSON Schema of the value: its type, and what else is known of its form.</param>
internal sealed record ScalarSyntax(Func<string, object?> Read, Func<string, string> Complain, JsonForm Schema);
