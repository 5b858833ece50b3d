using System.Text.Json;

namespace SlaMonitor.Cli.Histories.Json;

/// <summary>An item of a file of JSON.</summary>
/// <param name="Value">The item; valid until the next is asked for.</param>
/// <param name="Page">The number of the value that it stands in, of all in the file, from 0.</param>
/// <param name="Line">The line, from 1, on which the value begins.</param>
/// <param name="Column">The column there, from 1, in bytes.</param>
/// <param name="Where">Where in the value, as <c>tickets[3]</c>; empty for the value itself.</param>
internal readonly record struct JsonItem(JsonElement Value, int Page, long Line, long Column, string Where);
