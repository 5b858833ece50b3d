namespace SlaMonitor.Core.Calendars.Compilation;

/// <summary>
/// Joins timelines of the same days into one that is open whenever one of them is. UTC days have the same length in every zone, so each day
/// is joined by itself.
/// </summary>
internal static class TimelineUnion
{
    /// <param name="members">The timelines.</param>
    /// <param name="firstDay">Their first day, counted from the Unix epoch.</param>
    /// <param name="endDay">The first day after them.</param>
    public static Timeline Of(IReadOnlyList<Timeline> members, int firstDay, int endDay)
    {
        var shapes = new DayShapes();
        var windows = new List<(long Start, long End)>();
        var days = new ushort[endDay - firstDay];
        for (var i = 0; i < days.Length; i++)
        {
            windows.Clear();
            foreach (var member in members)
            {
                foreach (ref readonly var piece in member.PiecesOf(i)) windows.Add((piece.Start, piece.End));
            }

            days[i] = shapes.Intern(windows);
        }

        // A date is worked on if one of the calendars works on its own date of that name.
        var workingDates = new WorkingDates(firstDay, days.Length, day => members.Any(member => member.WorkingDates.Contains(day)));
        return Timeline.Lay(firstDay, days, shapes.ToArray(), workingDates);
    }
}
