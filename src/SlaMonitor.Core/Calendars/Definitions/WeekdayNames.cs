using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>The days of the week as agreements write them: <c>mon</c> to <c>sun</c>.</summary>
public static class WeekdayNames
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>The name of a day; what is no day of the week is called as .NET calls it.</summary>
    public static string Of(IsoDayOfWeek day) =>
        day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? Names[(int)day - 1] : day.ToString();

    /// <summary>The day of a name, in small or capital letters; <c>null</c> where it names none.</summary>
    public static IsoDayOfWeek? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        var index = Array.IndexOf(Names, name.ToLowerInvariant());
        return index < 0 ? null : (IsoDayOfWeek)(index + 1);
    }
}
