namespace MonitoringReturns.Local.Demo.GrantAid.Words;

internal static class TransportWords
{
    public static readonly ThemeWords All = new(
        Work:
        [
            "Drivers wait, carry bags and see people to the right door, which no taxi does.",
            "Nearly every journey starts in a village that has no bus before ten or after four.",
            "We charge 45p a mile and nothing to those who can't pay, and nobody is asked to prove it.",
            "Half of our journeys are medical and the other half are the reason to get well.",
            "All drivers have had the day's course in moving and assisting.",
            "The booking line is open five mornings a week and is answered by somebody who knows the roads.",
        ],
        JulyToDecember:
        [
            "Summer outings filled the back seats that hospital runs leave empty.",
            "When the 27 bus stopped in September our bookings rose within a week.",
            "Flu clinics kept us driving every day in October, in eleven shifts.",
            "On two mornings of flood we got everybody home by the top road.",
            "December was all carol services, garden centres and one wedding.",
        ],
        JanuaryToJune:
        [
            "Snow in January cost us nine days, and we rang everybody who would have missed an appointment.",
            "Eye clinics moved further away in March, so the same number of journeys took many more miles.",
            "A new group of mothers with prams now books the Thursday run to the library.",
            "Spring is when people want to see a garden, and we took them.",
            "We tried a Saturday run to the market from April; it is full.",
        ],
        Evidence:
        [
            "The booking book: every journey, why it was made, and whether it could have been made otherwise.",
            "A card in the seat pocket; 112 came back, nearly all with a remark.",
            "The hospital's outpatient desk says that our passengers miss fewer appointments.",
        ],
        Difficulties:
        [
            "Insurance for volunteer drivers over 75 has become very hard to find, and we lost three good ones. A county scheme that small groups could join would keep many on the road.",
            "The hospital changes appointment times the evening before. A number that we may ring to say where our passenger is would save whole days.",
            "Our bus is fourteen years old, and the ramp fails in the cold. We need somebody who knows how to write a bid for a vehicle; an afternoon would do.",
        ],
        Stories:
        [
            "{him} goes for dialysis three times a week, forty minutes each way. For a year his daughter took unpaid leave to drive him. Now four of our drivers share it. They have their own chairs in the waiting room. Last month it was his birthday and all four came, each thinking that it was their turn. His daughter has gone back to her job.",
            "{her} asked for a lift to the opticians and was quiet all the way back. She had been told that she could drive no longer. Our driver did not say much either, having had the same letter about his brother. She rang on Monday to say that she could answer telephones. She now takes bookings on two mornings and knows every gate in the district.",
            "It was snowing, and {him} had waited eleven months for the hip. We set out at five with a shovel and a flask. We were the only outpatients to arrive. They did the hip.",
        ]);
}
