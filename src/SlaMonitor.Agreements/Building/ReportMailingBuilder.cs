using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds who gets the reports.</summary>
internal sealed class ReportMailingBuilder(Problems problems, References<BuiltCalendar> calendars, References<Contact> contacts)
{
    /// <returns>What was written; <c>null</c> where nothing was, or nothing that is right.</returns>
    public ReportMailing? Build(AgreementSection agreement)
    {
        if (agreement.Reports is not { } section) return null;

        var provider = contacts.FindAll(section.Provider);
        if (section.Provider is null && agreement.Provider?.Contact is { } contact) provider = [contact.Value.Value];
        var customer = contacts.FindAll(section.Customer);
        contacts.Find(section.ApprovedBy);
        if (provider.Count + customer.Count == 0)
            problems.Error(section.Place, "nobody would get the reports; write provider or customer, with contacts");
        if (section.ApprovedBy is { } approver && customer.Count == 0)
            problems.Error(approver.Place, "there is nothing to approve: nobody on the customer's side gets the reports; write customer");

        return calendars.Find(section.Calendar) is { } calendar
            ? new ReportMailing(calendar.Calendar, provider, customer, section.ApprovedBy?.Value.Value)
            : null;
    }
}
