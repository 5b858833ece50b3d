using SlaMonitor.Cli.Histories.Mapping;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Csv;

/// <summary>What a word of the column <c>type</c> says.</summary>
/// <param name="Type">The event.</param>
/// <param name="Status">The status then; <c>null</c> for what the row says.</param>
/// <param name="By">Who acted; <c>null</c> for what the row says.</param>
/// <param name="IsPublic">Whether the customer sees it; <c>null</c> for what the row says.</param>
internal sealed record CsvKind(RowKind Type, TicketStatus? Status, Actor? By, bool? IsPublic);
