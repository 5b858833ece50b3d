using System.Collections;
using System.Reflection;
using System.Text;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Calendars;

namespace SlaMonitor.Agreements.Tests.Examples;

/// <summary>
/// All that a loaded book says, as text: every field of every object of ours. Two files with one text promise the same; the fingerprint,
/// which changes with every word, is not part of it.
/// </summary>
internal static class ModelText
{
    public static string Of(AgreementLoad load)
    {
        var text = new StringBuilder();
        foreach (var version in load.Book!.Agreements.SelectMany(agreement => agreement.Versions)) Write(version, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string words:
                text.Append('"').Append(words).Append('"');
                break;
            case DateTimeZone zone:
                text.Append(zone.Id);
                break;
            case BusinessCalendar calendar:
                Write(calendar.Definition, text);
                break;
            case Agreement agreement:
                WriteFields(agreement with { Fingerprint = string.Empty }, text);
                break;
            case IEnumerable items:
                WriteItems(items, text);
                break;
            case not null when !IsOurs(value.GetType()):
                text.Append(value);
                break;
            default:
                WriteFields(value, text);
                break;
        }
    }

    private static void WriteItems(IEnumerable items, StringBuilder text)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Write(item, text);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void WriteFields(object value, StringBuilder text)
    {
        text.Append(value.GetType().Name).Append('{');
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                text.Append(field.Name).Append(':');
                Write(field.GetValue(value), text);
                text.Append(' ');
            }
        }

        text.Append("}\n");
    }

    // Pairs of a dictionary are written like our own: their keys are names of the file.
    private static bool IsOurs(Type type) =>
        !type.IsEnum
        && (type.Namespace!.StartsWith("SlaMonitor", StringComparison.Ordinal)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)));
}
