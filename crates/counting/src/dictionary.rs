//! Numbers for lists of numbers, such as the values of a row. Invariant: equal lists have equal numbers, which count
//! from 0 in the order in which lists first come.

/// Numbers lists.
#[derive(Debug, Clone, Default)]
pub struct SetDictionary {
    /// The lists one after another, and where each begins and the last ends.
    starts: Vec<u32>,
    values: Vec<u32>,
    /// The numbers of lists, increased by 1, at a place that follows from the list; 0 where there is none.
    places: Vec<u32>,
}

impl SetDictionary {
    /// Lists whose numbers are known. `starts` has the beginning of each list in `values`, and the end of the last. Equal
    /// lists may have several numbers.
    pub fn of(starts: Vec<u32>, values: Vec<u32>) -> Self {
        Self { starts, values, places: Vec::new() }
    }

    /// How many different lists there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A list by its number; empty if there is none.
    #[inline]
    pub fn get(&self, number: usize) -> &[u32] {
        match (self.starts.get(number), self.starts.get(number + 1)) {
            (Some(start), Some(end)) => self.values.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The number of a list.
    #[inline(never)]
    pub fn number(&mut self, list: &[u32]) -> u32 {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        // At most half of the places are taken, so that a list is found in few steps.
        if self.places.len() <= self.len() * 2 {
            self.places = vec![0; (self.places.len() * 2).max(64)];
            for number in 0..self.len() {
                let place = self.place(self.get(number));
                if let Some(taken) = self.places.get_mut(place) {
                    *taken = number as u32 + 1;
                }
            }
        }
        let place = self.place(list);
        match self.places.get_mut(place) {
            Some(taken) if *taken == 0 => {
                let number = self.starts.len() as u32 - 1;
                *taken = number + 1;
                self.values.extend(list);
                self.starts.push(self.values.len() as u32);
                number
            }
            Some(taken) => *taken - 1,
            None => 0,
        }
    }

    /// Where the number of a list is, or is to be.
    fn place(&self, list: &[u32]) -> usize {
        let hash = list.iter().fold(list.len() as u64, |hash, value| {
            (hash.rotate_left(5) ^ u64::from(*value)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        });
        // The number of places is a power of two.
        let last = self.places.len() - 1;
        let mut place = (hash >> 32) as usize & last;
        while let Some(taken) = self.places.get(place).and_then(|taken| taken.checked_sub(1)) {
            if self.get(taken as usize) == list {
                break;
            }
            place = (place + 1) & last;
        }
        place
    }
}
